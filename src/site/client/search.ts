import { SearchSession } from './search-session.ts';

/* The search page. */

const form = document.querySelector<HTMLFormElement>('[data-search]');
const found = document.querySelector<HTMLElement>('[data-found]');
if (form && found) new SearchSession(form, found).start();
