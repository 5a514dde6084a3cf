/** Lets a button act at its second press only; the first asks whether it is meant. */
export function pressTwice(button: HTMLButtonElement, sure: string, act: () => void): void {
  const asked = button.textContent ?? '';
  const calm = () => {
    button.textContent = asked;
    button.removeAttribute('data-sure');
  };
  button.addEventListener('click', () => {
    if (button.hasAttribute('data-sure')) {
      calm();
      act();
    } else {
      button.textContent = sure;
      button.setAttribute('data-sure', '');
    }
  });
  button.addEventListener('blur', calm);
}
