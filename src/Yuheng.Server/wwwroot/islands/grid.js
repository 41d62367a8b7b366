// @ts-check
// The bench grid: digits and one key a value, arrows, a block pasted from a sheet, undo, and at once whether a value
// lies within its limits. The server decides again; without this script the grid is a plain form.

/** @typedef {HTMLInputElement} Cell */
/** @typedef {[Cell, string][]} Change */

/** @param {string} text full-width digits and signs as a keypad would give them */
const folded = (text) => text.normalize('NFKC').replace(/[\s,]/g, '');

/** @param {HTMLTableElement} table @param {Cell} cell */
function judge(table, cell) {
  const text = folded(cell.value);
  const out = cell.closest('td')?.querySelector('output');
  if (cell.dataset.note && text === cell.dataset.was) {
    cell.dataset.state = cell.dataset.noted;
    if (out) out.textContent = cell.dataset.note;
    return;
  }
  const value = Number(text);
  const { least, most } = cell.dataset;
  const read = text !== '' && Number.isFinite(value);
  const within = read && (!least || value >= Number(least)) && (!most || value <= Number(most));
  const state = text === '' ? '' : !read ? 'unread' : !least && !most ? '' : within ? 'pass' : 'fail';
  cell.dataset.state = state;
  const limit = state === 'fail' ? ' ' + (cell.dataset.limit ?? '') : '';
  if (out) out.textContent = state ? table.dataset[state] + limit : '';
}

/** @param {HTMLTableElement} table */
function start(table) {
  /** @type {Cell[][]} */
  const rows = [...table.tBodies[0].rows].map((row) => [...row.querySelectorAll('input')]);
  const down = table.dataset.next === 'down';
  /** @type {Change[]} */
  const past = [];
  let before = '';

  /** @param {Cell} cell @returns {[number, number]} */
  const placeOf = (cell) => {
    const row = rows.findIndex((cells) => cells.includes(cell));
    return [row, rows[row].indexOf(cell)];
  };
  /** @param {number} row @param {number} column */
  const go = (row, column) => {
    const cell = rows[row]?.[column];
    if (cell) { cell.focus(); cell.select(); }
    return Boolean(cell);
  };
  /** @param {[Cell, string][]} values puts values in and remembers what was there */
  const put = (values) => {
    past.push(values.map(([cell]) => [cell, cell === document.activeElement ? before : cell.value]));
    for (const [cell, value] of values) { cell.value = value; judge(table, cell); }
    before = /** @type {Cell} */ (document.activeElement).value;
    table.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const undo = () => {
    const last = past.pop();
    last?.forEach(([cell, value]) => { cell.value = value; judge(table, cell); });
    if (last) {
      last[0][0].focus();
      before = last[0][0].value;
      table.dispatchEvent(new Event('input', { bubbles: true }));
    }
    return Boolean(last);
  };
  /** @param {Cell} cell */
  const commit = (cell) => {
    if (cell.value !== before) put([[cell, folded(cell.value)]]);
  };
  /** @param {number} row @param {number} column */
  const next = (row, column) => down
    ? go(row + 1, column) || go(0, column + 1)
    : go(row, column + 1) || go(row + 1, 0);

  /** @type {Record<string, (row: number, column: number, cell: Cell) => boolean>} */
  const keys = {
    Enter: (row, column, cell) => { commit(cell); next(row, column); return true; },
    ArrowDown: (row, column, cell) => { commit(cell); go(row + 1, column); return true; },
    ArrowUp: (row, column, cell) => { commit(cell); go(row - 1, column); return true; },
    ArrowRight: (row, column, cell) => cell.selectionStart === cell.value.length && go(row, column + 1),
    ArrowLeft: (row, column, cell) => cell.selectionEnd === 0 && go(row, column - 1),
    z: undo,
  };

  table.addEventListener('keydown', (event) => {
    const cell = /** @type {Cell} */ (event.target);
    const undoes = (event.ctrlKey || event.metaKey) && cell.value === before;
    if (!cell.matches('input') || event.isComposing || (event.key === 'z' && !undoes)) return;
    const [row, column] = placeOf(cell);
    if (keys[event.key]?.(row, column, cell)) event.preventDefault();
  });
  table.addEventListener('focusin', (event) => {
    const cell = /** @type {Cell} */ (event.target);
    before = cell.value;
    rows.forEach((cells) => cells[0]?.closest('tr')?.classList.toggle('here', cells.includes(cell)));
  });
  table.addEventListener('focusout', (event) => commit(/** @type {Cell} */ (event.target)));
  table.addEventListener('input', (event) => {
    if (/** @type {Element} */ (event.target).matches('input')) judge(table, /** @type {Cell} */ (event.target));
  });
  table.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain').replace(/\r/g, '').replace(/\n$/, '') ?? '';
    if (!/[\t\n]/.test(text)) return;
    event.preventDefault();
    const [row, column] = placeOf(/** @type {Cell} */ (event.target));
    /** @type {[Cell, string][]} */
    const values = text.split('\n').flatMap((line, r) => line.split('\t')
      .map((value, c) => /** @type {[Cell, string]} */ ([rows[row + r]?.[column + c], folded(value)])))
      .filter(([cell]) => cell);
    put(values);
    const [lastRow, lastColumn] = placeOf(values[values.length - 1][0]);
    next(lastRow, lastColumn);
  });
  table.closest('form')?.addEventListener('change', () => rows.flat().forEach((cell) => judge(table, cell)));
  rows.flat().forEach((cell) => judge(table, cell));
}

document.querySelectorAll('table[data-grid]').forEach((table) => start(/** @type {HTMLTableElement} */ (table)));
