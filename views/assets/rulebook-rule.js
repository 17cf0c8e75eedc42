'use strict';

/*
 * The form of a rule without leaving the page: its buttons post it and the answer takes its place; while somebody
 * fills it in, the sentences follow. Saving is the browser's own. One post at a time: what is wanted meanwhile is
 * posted when its answer is there, and what was typed meanwhile is kept.
 */
(function writeTheRule() {
  const main = document.querySelector('main');
  const FORM = '[data-rule-form]';
  if (main === null || window.fetch === undefined || main.querySelector(FORM) === null) return;
  const DEBOUNCE = 250;
  let timer = 0;
  let posting = null;
  let wanted = null;
  let typed = new Map();

  prepare();

  main.addEventListener('click', (event) => {
    const button = event.target.closest('button[name="act"]');
    if (button === null || button.value === 'save') return;
    event.preventDefault();
    /* The second click of a double click shall not remove the next one too. */
    if (posting === null || posting.act !== button.value) ask({ act: button.value, redraws: true });
  });

  /* Enter in a field presses the form's first button, which only draws it anew. */
  main.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || event.target.tagName !== 'INPUT') return;
    if (event.target.closest(FORM) !== null) event.preventDefault();
  });

  main.addEventListener('input', (event) => noticed(event.target));
  main.addEventListener('change', (event) => noticed(event.target));

  function noticed(field) {
    if (field.closest(FORM) === null) return;
    if (posting !== null) typed.set(field.id, field.type === 'checkbox' ? field.checked : field.value);
    if (field.name === 'clause') openClause(field);
    if (field.hasAttribute('data-redraws')) ask({ act: 'redraw', redraws: true });
    else if (field.closest('[data-says]') !== null) {
      clearTimeout(timer);
      timer = setTimeout(() => ask({ act: 'redraw', redraws: false }), DEBOUNCE);
    }
  }

  function openClause(select) {
    const clause = main.querySelector('[data-new-clause]');
    if (select.value === clause.getAttribute('data-new-clause')) clause.open = true;
  }

  function ask(request) {
    if (posting !== null) {
      if (wanted === null || request.redraws) wanted = request;
      return;
    }
    clearTimeout(timer);
    posting = request;
    typed = new Map();
    const form = main.querySelector(FORM);
    const fields = new URLSearchParams(new FormData(form));
    fields.set('act', request.act);
    fetch(form.action, { method: 'POST', body: fields, credentials: 'same-origin' })
      .then((answer) => answer.text())
      .then((html) => {
        const page = new window.DOMParser().parseFromString(html, 'text/html');
        /* A page without the form says what is wrong, such as an ended session: the browser shows it. */
        if (page.querySelector(FORM) === null) return post(form, request.act);
        posting = null;
        show(page, request);
        return next();
      })
      .catch(() => post(form, request.act));
  }

  function next() {
    const request = wanted;
    wanted = null;
    if (request !== null) ask(request);
  }

  function post(form, act) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = 'act';
    field.value = act;
    form.append(field);
    form.submit();
  }

  function show(page, { act, redraws }) {
    const shown = page.querySelector(FORM);
    if (!redraws) {
      main.querySelector('[data-sentences]').replaceWith(shown.querySelector('[data-sentences]'));
      return;
    }
    const { id: focused, selectionStart: caret } = document.activeElement || { id: '' };
    const wasOpen = main.querySelector('[data-new-clause]').open;
    /* The browser would refuse to focus by itself in a page that has a focus. */
    const goesOn = shown.querySelector('[autofocus]');
    if (goesOn !== null) goesOn.removeAttribute('autofocus');
    main.querySelector(FORM).replaceWith(document.importNode(shown, true));
    prepare();
    if (wasOpen) main.querySelector('[data-new-clause]').open = true;
    keepTyped(act);
    const field = document.getElementById(goesOn === null ? focused : goesOn.id);
    if (field === null) return;
    field.focus();
    if (field.id === focused && typeof caret === 'number') field.setSelectionRange(caret, caret);
  }

  /* Rows that were moved or removed have other names now: only what stands outside of the conditions is theirs. */
  function keepTyped(act) {
    const moves = /^(?:remove|up|down):/.test(act);
    typed.forEach((value, id) => {
      const field = document.getElementById(id);
      if (field === null || (moves && id.startsWith('w-'))) return;
      if (field.type === 'checkbox') field.checked = value;
      else field.value = value;
    });
  }

  function prepare() {
    main.querySelectorAll('[data-without-script]').forEach((part) => {
      part.hidden = true;
    });
  }
})();
