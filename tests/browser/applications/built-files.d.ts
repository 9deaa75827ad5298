/** What is in these files is checked where they are built. */
declare module "*.css";
declare module "*.vue" {
  const component: import("vue").Component;
  // biome-ignore lint/style/noDefaultExport: That is how Vue exports components.
  export default component;
}
