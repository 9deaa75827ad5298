import "../record.ts";
import "./charts.css";

import { Chart, registerables } from "chart.js";
import { BarChart, LineChart, PieChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

import { seriesOf } from "./sales.ts";

use([BarChart, LineChart, PieChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);
Chart.register(...registerables);

const MONTHS = ["January", "February", "March", "April", "May", "June"];
/** Full, as replays have lossy pictures. */
const COLORS = ["#f00", "#0f0", "#00f", "#ff0", "#0ff", "#f0f"];

const vector = init(document.querySelector<HTMLElement>(".vector"), null, { renderer: "svg" });
const canvas = document.querySelector<HTMLCanvasElement>("#canvas");
if (!canvas) throw new Error("the page has no canvas");
/** Empty at first: pictures of canvases are taken some time after the first snapshot. */
const bitmap = new Chart(canvas, {
  type: "pie",
  data: { labels: MONTHS, datasets: [] },
  options: { animation: false, responsive: false, rotation: 20 },
});

let year = 1;
const draw = (kind: "bar" | "line" | "pie") => {
  const sales = seriesOf(year);
  const pie = sales.map((value, month) => ({ name: MONTHS[month], value }));
  vector.setOption(
    {
      animationDuration: 200,
      animationDurationUpdate: 200,
      legend: {},
      tooltip: { trigger: kind === "pie" ? "item" : "axis" },
      ...(kind === "pie" ? {} : { xAxis: { data: MONTHS }, yAxis: {} }),
      series: [
        { type: kind, name: "Sales", data: kind === "pie" ? pie : sales },
        ...(kind === "pie" ? [] : [{ type: kind, name: "Returns", data: seriesOf(year + 1) }]),
      ],
    },
    { notMerge: kind === "pie" },
  );
};

const BUTTONS: Readonly<Record<string, () => void>> = {
  Bars: () => draw("bar"),
  Lines: () => draw("line"),
  Pie: () => draw("pie"),
  "Next year": () => {
    year += 1;
    draw("bar");
    const sales = { data: seriesOf(year), backgroundColor: COLORS, borderWidth: 0 };
    bitmap.data.datasets = [sales];
    bitmap.update();
  },
};

for (const [name, act] of Object.entries(BUTTONS)) {
  const button = document.createElement("button");
  button.textContent = name;
  button.addEventListener("click", act);
  document.querySelector("#toolbar")?.append(button);
}
draw("bar");
