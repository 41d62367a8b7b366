// @ts-check
// Keeps what was typed into a form on this device until the server says that it arrived.

/** @typedef {{ at: number, key: string, fields: [string, string][] }} Draft */

const DAYS = 30;
const SKIPPED = new Set(['hidden', 'password', 'file', 'submit', 'button']);

/** @param {HTMLFormElement} form @returns {Draft} */
function read(form) {
  /** @type {[string, string][]} */
  const fields = [];
  for (const part of /** @type {any} */ (form.elements)) {
    const chosen = !['checkbox', 'radio'].includes(part.type) || part.checked;
    if (part.name && !SKIPPED.has(part.type) && chosen) fields.push([part.name, part.value]);
  }
  const key = /** @type {HTMLInputElement} */ (form.elements.namedItem('_key'));
  return { at: Date.now(), key: key.value, fields };
}

/** @param {HTMLFormElement} form @param {Draft} draft */
function fill(form, draft) {
  /** @type {HTMLInputElement} */ (form.elements.namedItem('_key')).value = draft.key;
  for (const part of /** @type {any} */ (form.elements)) {
    if (!part.name || SKIPPED.has(part.type)) continue;
    const kept = draft.fields.filter(([name]) => name === part.name).map(([, value]) => value);
    if (part.type === 'checkbox' || part.type === 'radio') part.checked = kept.includes(part.value);
    else if (kept.length) part.value = kept[0];
    part.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/** @param {HTMLFormElement} form @param {string} place */
function offerFresh(form, place) {
  const note = document.createElement('p');
  note.className = 'restored';
  note.setAttribute('role', 'status');
  note.append(form.dataset.restored + ' ');
  const fresh = document.createElement('button');
  fresh.type = 'button';
  fresh.className = 'plain';
  fresh.textContent = form.dataset.fresh ?? '';
  fresh.addEventListener('click', () => { localStorage.removeItem(place); location.reload(); });
  note.append(fresh);
  form.before(note);
}

/** @param {HTMLFormElement} form */
function keep(form) {
  const place = 'draft:' + form.dataset.draft;
  const sent = /(?:^|; )sent=([^;]*)/.exec(document.cookie)?.[1];
  /** @type {Draft | null} */
  const draft = JSON.parse(localStorage.getItem(place) ?? 'null');
  if (draft && (draft.key === sent || Date.now() - draft.at > DAYS * 864e5)) {
    localStorage.removeItem(place);
  } else if (draft && !form.dataset.sent && draft.fields.some(([, value]) => value)) {
    fill(form, draft);
    offerFresh(form, place);
  }

  let timer = 0;
  const save = () => localStorage.setItem(place, JSON.stringify(read(form)));
  form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(save, 250); });
  form.addEventListener('submit', save);
  addEventListener('pagehide', () => { if (timer) save(); });
}

document.querySelectorAll('form[data-draft]').forEach((form) => keep(/** @type {HTMLFormElement} */ (form)));
