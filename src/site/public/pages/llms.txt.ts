import { llmsText } from '#export/llms-text.ts';
import { guide } from '#views/public/guide.ts';
import { site } from '../site.ts';

export const GET = () =>
  new Response(llmsText(guide(site())), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
