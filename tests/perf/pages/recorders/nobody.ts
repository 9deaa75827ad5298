import { benchmark } from "../page.ts";

benchmark({ start: async () => {}, finish: async () => {} });
