// The line of quarters above its table, and the whole bill on paper.
(function () {
  'use strict';
  function number(row, name) {
    var value = row.getAttribute('data-' + name);
    return value === null || value === '' ? null : Number(value);
  }

  function draw() {
    var box = document.getElementById('trend-chart');
    var table = document.getElementById('trend-table');
    if (!box || !table || !window.echarts) return;
    var rows = Array.prototype.slice.call(table.querySelectorAll('tbody tr'));
    if (rows.length < 2) return;
    box.hidden = false;
    var still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    function line(name, label, color, type) {
      return {
        name: label, type: 'line', connectNulls: false, symbolSize: 8, animation: !still,
        lineStyle: { color: color, type: type, width: type === 'solid' ? 3 : 2 }, itemStyle: { color: color },
        data: rows.map(function (row) { return number(row, name); })
      };
    }
    var chart = window.echarts.init(box, null, { renderer: 'canvas' });
    chart.setOption({
      tooltip: { trigger: 'axis', renderMode: 'richText' },
      legend: { top: 0 },
      grid: { left: 48, right: 24, top: 36, bottom: 28 },
      xAxis: { type: 'category', data: rows.map(function (row) { return row.getAttribute('data-period'); }) },
      yAxis: { type: 'value', scale: true },
      series: [
        line('total', box.dataset.total, '#1f2328', 'solid'),
        line('top', box.dataset.top, '#1a7f37', 'dashed'),
        line('bottom', box.dataset.bottom, '#b07900', 'dotted')
      ].filter(function (one) { return one.data.some(function (value) { return value !== null; }); })
    });
    window.addEventListener('resize', function () { chart.resize(); });
  }

  // on paper every line is open, as nobody can click there
  var opened = [];
  window.addEventListener('beforeprint', function () {
    opened = Array.prototype.slice.call(document.querySelectorAll('details.bill-line:not([open])'));
    opened.forEach(function (line) { line.open = true; });
  });
  window.addEventListener('afterprint', function () {
    opened.forEach(function (line) { line.open = false; });
  });
  draw();
}());
