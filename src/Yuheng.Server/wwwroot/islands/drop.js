// @ts-check
// A file can be dropped onto its field; the field itself goes on working as it does without this script.

document.querySelectorAll('.drop').forEach((zone) => {
  const input = /** @type {HTMLInputElement} */ (zone.querySelector('input[type=file]'));
  /** @param {boolean} over */
  const show = (over) => zone.classList.toggle('over', over);
  zone.addEventListener('dragover', (event) => { event.preventDefault(); show(true); });
  zone.addEventListener('dragleave', () => show(false));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    show(false);
    const files = /** @type {DragEvent} */ (event).dataTransfer?.files;
    if (files?.length) {
      input.files = files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
});
