import { IncidentListing } from './incident-listing.ts';

/* The list of incidents. */

const listing = document.querySelector<HTMLElement>('[data-listing]');
if (listing) new IncidentListing(listing).start();
