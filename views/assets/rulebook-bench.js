'use strict';

/*
 * Posts the workbench's small forms without leaving the page and shows what the server answers in place of it. Changes
 * are posted one after the other; of several changes of the matrix in a row only the last state is, and an answer that
 * a newer change has overtaken is not shown.
 */
(function workAtTheBench() {
  const main = document.querySelector('main');
  if (main === null || window.fetch === undefined) return;
  const DEBOUNCE = 150;
  let timer = 0;
  let posting = null;
  let waiting = null;

  prepare();

  main.addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.hasAttribute('data-live')) return;
    event.preventDefault();
    post(form, event.submitter === undefined ? null : event.submitter);
  });

  main.addEventListener('change', (event) => {
    if (event.target.closest('[data-matrix]') !== null) changed(event.target);
  });

  main.addEventListener('keydown', (event) => {
    const cell = event.target;
    if (cell.tagName !== 'SELECT' || cell.closest('[data-matrix]') === null) return;
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === '1' || event.key === '2' || event.key === '3') {
      event.preventDefault();
      if (cell.value === event.key) return;
      cell.value = event.key;
      changed(cell);
    } else if (event.key.startsWith('Arrow')) {
      const next = neighbour(cell, event.key);
      if (next === null) return;
      event.preventDefault();
      next.focus();
    }
  });

  function changed(cell) {
    cell.closest('td').className = `c s${cell.value}`;
    const form = cell.form;
    clearTimeout(timer);
    timer = setTimeout(() => post(form, null), DEBOUNCE);
  }

  function neighbour(cell, key) {
    const row = cell.closest('tr');
    const cells = [...row.querySelectorAll('select')];
    const place = cells.indexOf(cell);
    if (key === 'ArrowLeft') return cells[place - 1] || null;
    if (key === 'ArrowRight') return cells[place + 1] || null;
    const other = key === 'ArrowUp' ? row.previousElementSibling : row.nextElementSibling;
    return other === null ? null : other.querySelectorAll('select')[place] || null;
  }

  /* The body is read now, so that what is typed later does not change it; its guard is read when it is sent. */
  function post(form, submitter) {
    const fields = new URLSearchParams(new FormData(form));
    if (submitter !== null && submitter.name !== '') fields.set(submitter.name, submitter.value);
    const request = { address: form.action, fields, isMatrix: form.hasAttribute('data-matrix') };
    if (posting === null) send(request);
    else if (waiting === null || (waiting.isMatrix && request.isMatrix)) waiting = request;
  }

  function send(request) {
    posting = request;
    main.classList.add('is-waiting');
    fetch(request.address, { method: 'POST', body: request.fields, credentials: 'same-origin' })
      .then((answer) => answer.text().then((html) => ({ html, address: answer.url, status: answer.status })))
      .then(({ html, address, status }) => {
        const page = new window.DOMParser().parseFromString(html, 'text/html');
        const next = waiting;
        posting = null;
        waiting = null;
        const guard = page.querySelector('[data-bench] input[name="guard"]');
        if (next !== null && status === 200 && guard !== null) {
          next.fields.set('guard', guard.value);
          send(next);
          return;
        }
        show(page, address);
      })
      /* Without an answer the plain form is sent, and the browser says what is wrong. */
      .catch(() => window.location.reload());
  }

  function show(page, address) {
    const shown = page.querySelector('main');
    const token = page.querySelector('[data-bench]');
    if (shown === null) return window.location.assign(address);
    const focused = document.activeElement === null ? '' : document.activeElement.id;
    const top = window.pageYOffset;
    main.innerHTML = shown.innerHTML;
    document.title = page.title;
    main.classList.remove('is-waiting');
    prepare();
    const wanted =
      main.querySelector('.error-summary') || (focused === '' ? null : document.getElementById(focused));
    if (wanted !== null) wanted.focus({ preventScroll: token !== null });
    window.scrollTo(0, token === null ? 0 : top);
    return undefined;
  }

  function prepare() {
    main.querySelectorAll('[data-without-script]').forEach((part) => {
      part.hidden = true;
    });
  }
})();
