import { Player } from './player.ts';

/* The page of a drill, played. */

const article = document.querySelector<HTMLElement>('article[data-drill]');
if (article) new Player(article).start();
