// Charts beside the tables that they are drawn from; without scripts the tables say the same.
(function () {
  'use strict';
  var ink = '#1f2328';
  function values(table) {
    return Array.prototype.map.call(table.tBodies[0].rows, function (row) {
      return { name: row.cells[0].textContent, value: Number(row.querySelector('[data-value]').dataset.value) };
    });
  }
  // averages lie close together: their axis starts below the lowest, whose bar must still be seen
  function belowAll(range) {
    return Math.max(0, Math.floor(range.min - Math.max(1, (range.max - range.min) / 2)));
  }
  function draw(place) {
    var table = document.getElementById(place.dataset.chartOf);
    if (!table || !window.echarts) return;
    place.hidden = false;
    var found = values(table);
    var values0 = found.map(function (one) { return one.value; });
    var chart = window.echarts.init(place, null, { renderer: 'canvas' });
    chart.setOption({
      animation: false,
      color: ['#4a6fa5'],
      textStyle: { color: ink, fontFamily: getComputedStyle(document.body).fontFamily },
      tooltip: { trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' } },
      grid: { left: 48, right: 16, top: 16, bottom: 72 },
      xAxis: { type: 'category', data: found.map(function (one) { return one.name; }), axisLabel: { rotate: 35, overflow: 'truncate', width: 96 } },
      yAxis: { type: 'value', min: place.dataset.chartOf === 'units' ? belowAll : null },
      dataZoom: found.length > 40 ? [{ type: 'inside' }] : [],
      series: [{ type: 'bar', data: values0 }]
    });
    window.addEventListener('resize', function () { chart.resize(); });
  }
  document.querySelectorAll('[data-chart-of]').forEach(draw);

  document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-copy]');
    if (!button) return;
    var text = document.getElementById(button.dataset.copy).innerText;
    if (!navigator.clipboard) return;
    navigator.clipboard.writeText(text).then(function () {
      var said = document.getElementById('copied');
      if (said) said.textContent = button.dataset.copied;
    });
  });
}());
