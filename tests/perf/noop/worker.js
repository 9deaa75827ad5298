// biome-ignore lint/style/noDefaultExport: the runtime finds the entrypoint by the default export.
export default {
  async fetch(request) {
    await request.arrayBuffer();
    return new Response(null, { status: 202 });
  },
};
