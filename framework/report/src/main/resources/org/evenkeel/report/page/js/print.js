/* On paper: every chart as a picture in the light colours, and every fold opened. */
(function () {
  'use strict';
  const { panes, theme, draw, make } = window.evenkeel;
  /* What lies beside another has half of the paper. */
  const width = (element) => (element.closest('.pair') ? 480 : 960);
  let folded = [];
  let buttons = [];

  function picture(entry) {
    const frame = make('div', {});
    frame.style.cssText = 'position:absolute;left:-9999px;width:' + width(entry.element) + 'px;height:' + entry.element.clientHeight + 'px';
    document.body.appendChild(frame);
    const chart = echarts.init(frame);
    const option = entry.option(theme(true), { element: frame });
    delete option.dataZoom;
    draw(chart, option, entry);
    const image = make('img', { class: 'printed', alt: entry.element.getAttribute('aria-label') });
    image.src = chart.getDataURL({ pixelRatio: 2, backgroundColor: '#ffffff' });
    chart.dispose();
    frame.remove();
    return image;
  }

  function prepare() {
    if (document.documentElement.classList.contains('light')) return;
    document.documentElement.classList.add('light');
    folded = Array.from(document.querySelectorAll('details:not([open])'));
    for (const fold of folded) fold.open = true;
    /* A heading that is a button is left blank where a table goes on on the next page. */
    buttons = Array.from(document.querySelectorAll('th button'), (button) => [button.parentElement, button]);
    for (const [heading, button] of buttons) heading.textContent = button.textContent;
    for (const entry of panes) entry.element.after(picture(entry));
  }

  function restore() {
    document.documentElement.classList.remove('light');
    for (const fold of folded) fold.open = false;
    for (const [heading, button] of buttons) heading.replaceChildren(button);
    document.querySelectorAll('.printed').forEach((image) => image.remove());
  }

  window.addEventListener('beforeprint', prepare);
  window.addEventListener('afterprint', restore);
})();
