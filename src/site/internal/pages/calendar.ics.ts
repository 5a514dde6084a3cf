import { icalendar } from '#export/icalendar.ts';
import { dueCalendar } from '#views/internal/calendar.ts';
import { site } from '../site.ts';

export const GET = () =>
  new Response(icalendar(dueCalendar(site())), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  });
