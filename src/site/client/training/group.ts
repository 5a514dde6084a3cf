import { LedGroup } from './led-group.ts';

/* Who leads a group reveals line by line. Without a script, and on paper, all lines stand in order. */

const article = document.querySelector<HTMLElement>('[data-group]');
if (article) new LedGroup(article).start();
