/* What was chosen over time: a grid for each parameter, one below the other. */
(function () {
  'use strict';
  const { data, base, timeAxis, valueAxis, pane, tip, format } = window.evenkeel;
  const source = data('choices');
  if (!source) return;
  const height = 104;
  const gap = 34;

  /* The labels of a parameter that is no number, each once. */
  const labels = (parameter) => Array.from(new Set(parameter.labels));

  function line(look, parameter, place) {
    const points = [];
    source.times.forEach((time, i) => {
      const value = parameter.numeric ? parameter.values[i] : parameter.labels[i];
      points.push([time[0], value], [time[1], value]);
    });
    const colour = look.palette[place % 7];
    return {
      name: parameter.name, type: 'line', zlevel: 0, xAxisIndex: place, yAxisIndex: place, data: points, symbol: 'none',
      lineStyle: { color: colour, width: 2.2 }, itemStyle: { color: colour }
    };
  }

  function valuesOf(look, parameter, place) {
    const name = { name: parameter.name, nameLocation: 'end', gridIndex: place };
    return parameter.numeric
      ? valueAxis(look, format.short, Object.assign({ scale: true, splitNumber: 2, minInterval: whole(parameter) ? 1 : undefined }, name))
      : valueAxis(look, undefined, Object.assign({ type: 'category', data: labels(parameter), boundaryGap: true }, name));
  }

  const whole = (parameter) => parameter.values.every((value) => Number.isInteger(value));

  function tooltip(points) {
    const time = points[0].value[0];
    const at = Math.max(0, source.times.findIndex((span) => time >= span[0] && time < span[1]));
    return tip(format.date(source.times[at][0]) + ' to ' + format.date(source.times[at][1]),
      source.parameters.map((parameter) => [parameter.name, parameter.labels[at]]));
  }

  function option(look) {
    const last = source.parameters.length - 1;
    const axisOption = base(look);
    return Object.assign(axisOption, {
      tooltip: Object.assign(axisOption.tooltip, { formatter: tooltip }),
      axisPointer: Object.assign(axisOption.axisPointer, { link: [{ xAxisIndex: 'all' }] }),
      grid: source.parameters.map((parameter, i) => ({ left: 58, right: 20, top: 30 + i * (height + gap), height: height - 30 })),
      xAxis: source.parameters.map((parameter, i) => timeAxis(look, {
        gridIndex: i, min: source.times[0][0], max: source.times[source.times.length - 1][1], axisLabel: { show: i === last, color: look.soft, hideOverlap: true }
      })),
      yAxis: source.parameters.map((parameter, i) => valuesOf(look, parameter, i)),
      series: source.parameters.map((parameter, i) => line(look, parameter, i))
    });
  }

  const entry = pane('choices', option);
  if (entry) entry.element.style.height = source.parameters.length * (height + gap) - 8 + 'px';
})();
