'use strict';

/* What was chosen in the list and not yet saved stays in this tab, for one account and campaign: leaving loses nothing. */
(function keepMarks() {
  const form = document.querySelector('form[data-keep]');
  if (form === null) return;
  const PREFIX = 'marks ';
  const [account] = form.dataset.keep.split('-');
  const key = PREFIX + form.dataset.keep;
  const note = form.querySelector('[data-kept]');
  const cells = new Map([...form.querySelectorAll('[data-cell]')].map((cell) => [nameOf(cell), cell]));
  const restored = new Set();
  const conflicts = new Map();

  forgetOtherAccounts();
  forgetSaved();
  if (form.dataset.refused === 'yes') cells.forEach(remember);
  else restore();
  tell();
  form.addEventListener('change', ({ target }) => {
    const cell = target.closest('[data-cell]');
    settle(cell);
    remember(cell);
    tell();
  });
  form.addEventListener('submit', () => write({ ...read(), sent: [...cells.keys()] }));
  note.querySelector('[data-forget]').addEventListener('click', forgetAll);

  function restore() {
    const { marks } = read();
    cells.forEach((cell, name) => {
      const mark = marks[name];
      if (mark === undefined) return;
      const option = optionOf(cell, mark.chosen);
      if (mark.chosen === onFile(cell)) drop(name);
      else if (mark.seen === seenIn(cell) && option !== null && !option.disabled) {
        option.checked = true;
        restored.add(name);
      } else showConflict(name, cell, mark, option);
    });
  }

  /* Somebody else was there meanwhile: whoever chose decides again, in sight of what stands now. */
  function showConflict(name, cell, mark, option) {
    const box = form.querySelector('[data-conflict]').content.firstElementChild.cloneNode(true);
    const words = box.querySelector('[data-words]');
    const use = box.querySelector('[data-use]');
    const isOpen = option !== null && !option.disabled;
    const now = cell.querySelector('input:checked');
    words.textContent = (isOpen ? words.dataset.changed : words.dataset.fixed)
      .replace('{chosen}', option === null ? mark.label : labelOf(option))
      .replace('{now}', now === null ? '' : labelOf(now));
    use.hidden = !isOpen;
    use.addEventListener('click', () => choose(option));
    box.querySelector('[data-drop]').addEventListener('click', () => {
      settle(cell);
      drop(name);
      tell();
      (cell.querySelector('input:checked:not(:disabled)') || form.querySelector('[data-save]')).focus();
    });
    cell.parentNode.insertBefore(box, cell);
    conflicts.set(name, box);
  }

  function choose(option) {
    option.checked = true;
    option.focus();
    option.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function settle(cell) {
    const name = nameOf(cell);
    if (conflicts.has(name)) conflicts.get(name).remove();
    conflicts.delete(name);
    restored.delete(name);
  }

  function remember(cell) {
    const chosen = cell.querySelector('input:checked:not(:disabled)');
    if (chosen === null) return;
    if (chosen.value === onFile(cell)) drop(nameOf(cell));
    else {
      const mark = { seen: seenIn(cell), chosen: chosen.value, label: labelOf(chosen) };
      const kept = read();
      write({ ...kept, marks: { ...kept.marks, [nameOf(cell)]: mark } });
    }
  }

  function drop(name) {
    const kept = read();
    delete kept.marks[name];
    write(kept);
  }

  function forgetAll() {
    write({ marks: {}, sent: [] });
    [...conflicts.keys()].forEach((name) => settle(cells.get(name)));
    cells.forEach((cell) => {
      const option = optionOf(cell, onFile(cell));
      if (option === null || option.checked || option.disabled) return;
      option.checked = true;
      option.dispatchEvent(new Event('change', { bubbles: true }));
    });
    tell();
    form.querySelector('.to-assess a').focus();
  }

  /* The answer to a list that was saved says so in its address; only what was sent with it is settled. */
  function forgetSaved() {
    if (window.location.hash === '#saved') {
      const kept = read();
      kept.sent.forEach((name) => delete kept.marks[name]);
      write({ ...kept, sent: [] });
      window.history.replaceState(null, '', window.location.pathname + window.location.search);
    }
  }

  function tell() {
    const elsewhere = Object.keys(read().marks).filter((name) => !cells.has(name)).length;
    const counts = { restored: restored.size, conflicts: conflicts.size, elsewhere };
    Object.entries(counts).forEach(([line, count]) => {
      const words = note.querySelector(`[data-line="${line}"]`);
      words.hidden = count === 0;
      words.textContent = (count === 1 ? words.dataset.one : words.dataset.many).replace('{count}', count);
    });
    note.hidden = Object.values(counts).every((count) => count === 0);
  }

  function read() {
    try {
      const { marks, sent } = JSON.parse(window.sessionStorage.getItem(key));
      return { marks, sent };
    } catch {
      return { marks: {}, sent: [] };
    }
  }

  function write(kept) {
    const isEmpty = Object.keys(kept.marks).length === 0;
    if (isEmpty) window.sessionStorage.removeItem(key);
    else window.sessionStorage.setItem(key, JSON.stringify(kept));
  }

  function forgetOtherAccounts() {
    const isForeign = (name) => name.startsWith(PREFIX) && !name.startsWith(`${PREFIX}${account}-`);
    Object.keys(window.sessionStorage)
      .filter(isForeign)
      .forEach((name) => window.sessionStorage.removeItem(name));
  }

  function nameOf(cell) {
    return cell.querySelector('input').name;
  }

  function seenIn(cell) {
    return cell.parentNode.querySelector('input[type="hidden"]').value;
  }

  /* Seen is written as scale/step; a step of another scale is none of these. */
  function onFile(cell) {
    const seen = seenIn(cell);
    const step = seen.slice(seen.indexOf('/') + 1);
    return optionOf(cell, step) === null ? '' : step;
  }

  function optionOf(cell, value) {
    return [...cell.querySelectorAll('input')].find((input) => input.value === value) || null;
  }

  function labelOf(input) {
    return input.parentNode.textContent.trim();
  }
})();
