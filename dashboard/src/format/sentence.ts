/** A message of a program as a sentence for people: `no session has this id` → `No session has this id.` */
export function sentence(message: string): string {
  const text = message.trim();
  const capitalized = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…]$/.test(capitalized) ? capitalized : `${capitalized}.`;
}
