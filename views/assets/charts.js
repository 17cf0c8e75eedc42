'use strict';

/* Draws every `[data-chart]` with Chart.js. The page's server made the figures, colours and links. */
(function drawCharts() {
  const LABEL_ROOM = 6;
  const HATCH_TILE = 7;
  const drawn = [];

  document.querySelectorAll('[data-chart]').forEach(draw);
  window.addEventListener('beforeprint', sizeForPaper);
  window.addEventListener('afterprint', sizeForScreen);

  function draw(place) {
    const figure = JSON.parse(place.getAttribute('data-chart'));
    place.hidden = false;
    place.style.height = `${figure.size.height}px`;
    const canvas = place.querySelector('canvas');
    /* Kept in memory, not on a graphics card: a screenshot or a print then never finds it empty. */
    canvas.getContext('2d', { willReadFrequently: true });
    const chart = new Chart(canvas, {
      type: figure.type,
      data: {
        labels: figure.data.labels,
        datasets: figure.data.datasets.map((set) => segments(set, figure)),
      },
      options: optionsOf(figure),
      plugins: [{ id: 'directLabels', afterDatasetsDraw: (target) => labelBars(target, figure) }],
    });
    drawn.push({ chart, size: figure.size });
  }

  function segments(set, figure) {
    const backgroundColor = set.isHatched ? hatch(figure.options.hatch) : set.backgroundColor;
    return { ...set, backgroundColor, borderSkipped: false, maxBarThickness: 21 };
  }

  function optionsOf(figure) {
    const { indexAxis, maximum, labelInk } = figure.options;
    return {
      indexAxis,
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { right: 34 } },
      font: { family: getComputedStyle(document.body).fontFamily },
      interaction: { mode: 'nearest', intersect: true },
      onClick: (event, hits) => follow(linkOf(hits[0], figure)),
      onHover: (event, hits) => {
        event.native.target.style.cursor = linkOf(hits[0], figure) ? 'pointer' : 'default';
      },
      plugins: { legend: { display: false }, tooltip: { displayColors: false } },
      scales: {
        x: { stacked: true, display: false, max: maximum },
        y: {
          stacked: true,
          grid: { display: false },
          border: { display: false },
          ticks: { autoSkip: false, color: labelInk, font: { size: 13 } },
        },
      },
    };
  }

  function linkOf(hit, figure) {
    return hit === undefined ? null : figure.data.datasets[hit.datasetIndex].links[hit.index];
  }

  function follow(link) {
    if (link) window.location.assign(link);
  }

  function labelBars(chart, figure) {
    const pen = chart.ctx;
    pen.save();
    pen.font = `12px ${chart.options.font.family}`;
    pen.textBaseline = 'middle';
    figure.data.datasets.forEach((set, index) => {
      chart.getDatasetMeta(index).data.forEach((bar, row) => labelSegment(pen, bar, set, set.data[row]));
    });
    labelTotals(pen, chart, figure);
    pen.restore();
  }

  /* A segment too narrow for its number keeps it in the tip and in the table beneath. */
  function labelSegment(pen, bar, set, number) {
    const width = Math.abs(bar.x - bar.base);
    const label = String(number);
    const room = pen.measureText(label).width + LABEL_ROOM;
    if (number === 0 || room > width) return;
    const middle = (bar.x + bar.base) / 2;
    if (set.isHatched) {
      pen.fillStyle = '#fff';
      pen.fillRect(middle - room / 2, bar.y - 8, room, 16);
    }
    pen.fillStyle = set.ink;
    pen.textAlign = 'center';
    pen.fillText(label, middle, bar.y + 0.5);
  }

  function labelTotals(pen, chart, figure) {
    const last = chart.getDatasetMeta(figure.data.datasets.length - 1).data;
    pen.fillStyle = figure.options.totalInk;
    pen.textAlign = 'left';
    figure.options.totals.forEach((total, row) =>
      pen.fillText(total.text, last[row].x + 8, last[row].y + 0.5),
    );
  }

  function hatch(colour) {
    const tile = document.createElement('canvas');
    tile.width = HATCH_TILE;
    tile.height = HATCH_TILE;
    const pen = tile.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, HATCH_TILE, HATCH_TILE);
    pen.strokeStyle = colour;
    pen.beginPath();
    [-HATCH_TILE, 0, HATCH_TILE].forEach((offset) => {
      pen.moveTo(offset - 1, HATCH_TILE + 1);
      pen.lineTo(offset + HATCH_TILE + 1, -1);
    });
    pen.stroke();
    return pen.createPattern(tile, 'repeat');
  }

  function sizeForPaper() {
    drawn.forEach(({ chart, size }) => chart.resize(size.printWidth, size.height));
  }

  function sizeForScreen() {
    drawn.forEach(({ chart }) => chart.resize());
  }
})();
