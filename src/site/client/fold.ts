/** Where there is little room, what narrows a list down is folded until it is asked for. */
export function foldOnSmallScreens(root: HTMLElement): void {
  const narrow = root.querySelector<HTMLDetailsElement>('[data-narrow]');
  if (narrow && matchMedia('(max-width: 52rem)').matches) narrow.open = false;
}
