// Boxes that choose rows: one for the whole page, and how many are chosen. Without this each row's own box remains.
(function () {
  'use strict';
  const head = document.querySelector('th.choosing');
  const form = document.getElementById('domain-batch');
  const boxes = Array.prototype.slice.call(document.querySelectorAll('td.choosing input'));
  if (head === null || form === null || boxes.length === 0) return;

  const counter = form.querySelector('[data-chosen]');
  const chosen = form.querySelector('input[name="of"][value="chosen"]');
  const all = document.createElement('input');
  all.type = 'checkbox';
  all.setAttribute('aria-label', head.dataset.all);
  const label = document.createElement('label');
  label.appendChild(all);
  head.appendChild(label);

  function show() {
    const count = boxes.filter(function (box) {
      return box.checked;
    }).length;
    counter.textContent = count === 0 ? '' : ` (${count})`;
    all.checked = count === boxes.length;
    all.indeterminate = count > 0 && count < boxes.length;
  }

  function choose() {
    chosen.checked = true;
    show();
  }

  all.addEventListener('change', function () {
    boxes.forEach(function (box) {
      box.checked = all.checked;
    });
    choose();
  });
  boxes.forEach(function (box) {
    box.addEventListener('change', choose);
  });
  window.addEventListener('pageshow', show);
})();
