// What the portal draws: treemap, flow, bars and lines, as SVG; a canvas only to save a picture.
import * as echarts from "echarts/core";
import { BarChart, LineChart, SankeyChart, TreemapChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent } from "echarts/components";
import { CanvasRenderer, SVGRenderer } from "echarts/renderers";

echarts.use([
  AriaComponent, BarChart, CanvasRenderer, GridComponent, LegendComponent, LineChart, SVGRenderer,
  SankeyChart, TitleComponent, TooltipComponent, TreemapChart,
]);

export const { init } = echarts;
