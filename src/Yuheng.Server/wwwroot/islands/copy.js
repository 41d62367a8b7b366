// @ts-check
// Buttons that copy a long value. They are hidden until this script runs, because without it they would do nothing.

document.querySelectorAll('button[data-copy]').forEach((found) => {
  const button = /** @type {HTMLButtonElement} */ (found);
  const word = button.textContent;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy ?? '');
    button.textContent = button.dataset.done ?? word;
    setTimeout(() => { button.textContent = word; }, 2000);
  });
});
