// 统计: the chart beside the table, and its paragraph on the clipboard.
const shown = document.querySelector("[data-chart]");
if (shown && window.echarts) {
  const { lines, series } = JSON.parse(shown.dataset.chart);
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const chart = window.echarts.init(shown, null, { renderer: "svg" });
  chart.setOption({
    animation: false,
    color: [colour("--primary"), colour("--ok"), colour("--amber")],
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour("--ink") },
    grid: { left: 56, right: 16, top: 28, bottom: lines.length > 8 ? 96 : 40 },
    tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, confine: true },
    xAxis: { type: "category", data: lines, axisLabel: { interval: 0, rotate: lines.length > 8 ? 40 : 0 } },
    yAxis: { type: "value", minInterval: 1 },
    series: series.map(({ name, values }) => ({
      name, type: "bar", data: values, barMaxWidth: 36, label: { show: lines.length <= 6, position: "top", fontSize: 12 },
    })),
  });
  addEventListener("resize", () => chart.resize());
  addEventListener("beforeprint", () => chart.resize());
}

document.addEventListener("click", async (e) => {
  const button = e.target.closest("[data-copies]");
  if (!button) return;
  const text = document.getElementById(button.dataset.copies);
  try {
    await navigator.clipboard.writeText(text.textContent.trim());
  } catch {
    // Plain http on a LAN: there is no clipboard to write to, but what is selected can be copied.
    getSelection().selectAllChildren(text);
    document.execCommand("copy");
  }
  button.textContent = "已复制";
});
