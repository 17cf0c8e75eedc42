'use strict';

/* The list by keyboard: arrows move, digits choose. The server said which grade follows from which choice. */
(function assessByKeyboard() {
  const form = document.querySelector('form[data-grades]');
  if (form === null) return;
  const gradesByCase = JSON.parse(form.dataset.grades);
  const tags = JSON.parse(form.dataset.tags);
  const save = form.querySelector('[data-save]');
  const said = form.querySelector('[data-said]');
  const rows = [...form.querySelectorAll('[data-row]')];
  const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  let isSaving = false;

  document.querySelectorAll('[data-needs-script]').forEach((part) => {
    part.hidden = false;
  });
  form.addEventListener('keydown', onKey);
  form.addEventListener('change', (event) => refresh(event.target.closest('[data-row]')));
  form.addEventListener('submit', () => {
    isSaving = true;
  });
  window.addEventListener('beforeunload', (event) => {
    if (isSaving || changes() === 0) return;
    event.preventDefault();
    event.returnValue = '';
  });
  window.addEventListener('pageshow', () => {
    isSaving = false;
    rows.forEach((row) => refresh(row, true));
  });

  function onKey(event) {
    /* A Chinese input method sends Enter and digits for itself. */
    if (event.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const cell = event.target.closest('[data-cell]');
    if (cell === null) return;
    if (act(cell, event.key)) event.preventDefault();
  }

  function act(cell, key) {
    if (MOVES[key] !== undefined) move(cell, ...MOVES[key]);
    else if (key === 'Enter') goOn(cell);
    else return /^\d$/.test(key) && choose(cell, key);
    return true;
  }

  function choose(cell, key) {
    const input = cell.querySelector(`[data-key="${key}"]`);
    if (input === null || input.disabled) return false;
    input.checked = true;
    input.focus();
    input.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  }

  /* Rows that may not be changed are passed over. */
  function move(cell, down, right) {
    const row = cell.closest('[data-row]');
    const column = cellsOf(row).indexOf(cell) + right;
    let index = rows.indexOf(row) + down;
    while (down !== 0 && rows[index] !== undefined && isLocked(rows[index])) index += down;
    if (rows[index] !== undefined) focus(cellsOf(rows[index])[column]);
  }

  function goOn(cell) {
    const row = cell.closest('[data-row]');
    const next = cellsOf(row)[cellsOf(row).indexOf(cell) + 1];
    if (next !== undefined) focus(next);
    else focusNextRow(rows.indexOf(row));
  }

  function focusNextRow(index) {
    const next = rows.slice(index + 1).find((row) => !isLocked(row));
    if (next === undefined) save.focus();
    else focus(cellsOf(next)[0]);
  }

  function focus(cell) {
    if (cell === undefined) return;
    (cell.querySelector('input:checked') || cell.querySelector('input')).focus();
  }

  function refresh(row, isQuiet) {
    const values = cellsOf(row).map((cell) => valueOf(cell.querySelector('input:checked')));
    const grades = gradesByCase[row.dataset.case];
    const tag = row.querySelector('[data-grade]');
    if (grades !== undefined) {
      const { tone, text } = tags[grades[values.join('|')]];
      tag.className = `tag ${tone}`;
      tag.textContent = text;
    }
    row.classList.toggle('changed', isChanged(row));
    if (isQuiet !== true) said.textContent = tag.textContent;
    const count = changes();
    const words = count === 0 ? save.dataset.none : count === 1 ? save.dataset.one : save.dataset.many;
    save.textContent = words.replace('{count}', String(count));
    save.disabled = count === 0;
  }

  function changes() {
    return rows.reduce((sum, row) => sum + cellsOf(row).filter(isCellChanged).length, 0);
  }

  function isChanged(row) {
    return cellsOf(row).some(isCellChanged);
  }

  /* What was seen is written as scale/step; a value of another scale stands on no step here and counts as left alone. */
  function isCellChanged(cell) {
    const seen = cell.parentNode.querySelector('input[type="hidden"]').value;
    const step = seen.slice(seen.indexOf('/') + 1);
    const isOnScale = [...cell.querySelectorAll('input')].some(({ value }) => value === step);
    return valueOf(cell.querySelector('input:checked')) !== (isOnScale ? step : '');
  }

  function valueOf(input) {
    return input === null ? '' : input.value;
  }

  function cellsOf(row) {
    return [...row.querySelectorAll('[data-cell]')];
  }

  function isLocked(row) {
    return row.querySelector('[data-cell] input:disabled') !== null;
  }
})();
