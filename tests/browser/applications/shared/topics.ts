/** Pages of help, by the last part of their addresses. */
export const TOPICS: Readonly<Record<string, { title: string; paragraphs: readonly string[] }>> = {
  delivery: {
    title: "Delivery",
    paragraphs: ["Parcels take two days.", "Couriers come within the hour."],
  },
  returns: {
    title: "Returns",
    paragraphs: ["Send back what nobody has chewed."],
  },
};
