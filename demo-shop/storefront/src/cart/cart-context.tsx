import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useMemo,
  useReducer,
  useState,
} from "react";
import type { Product } from "../../../contract/product.ts";
import { readStored, store } from "../stored-value.ts";
import { type CartLine, changeCart, countPieces, parseCart } from "./cart.ts";

/** The cart, as every part of the shop sees it. */
export interface Cart {
  lines: readonly CartLine[];
  pieces: number;
  isOpen: boolean;
  /** Puts a product into the cart and shows the cart. */
  add: (product: Product, quantity: number) => void;
  /** Changes the quantity of a product. 0 removes it. */
  setQuantity: (productId: string, quantity: number) => void;
  empty: () => void;
  open: () => void;
  close: () => void;
}

const STORAGE_KEY = "thistle-and-tail.cart";
const CartContext = createContext<Cart | null>(null);

/** Keeps the cart, on this device and across its tabs. */
export function CartProvider({ children }: { children: ReactNode }) {
  const [lines, change] = useReducer(changeCart, null, () => parseCart(readStored(STORAGE_KEY)));
  const [isOpen, setOpen] = useState(false);

  useEffect(() => store(STORAGE_KEY, lines), [lines]);

  useEffect(() => {
    const takeOver = (event: StorageEvent) => {
      if (event.key !== STORAGE_KEY) return;
      change({ kind: "replace", lines: parseCart(readStored(STORAGE_KEY)) });
    };
    window.addEventListener("storage", takeOver);
    return () => window.removeEventListener("storage", takeOver);
  }, []);

  const cart = useMemo<Cart>(
    () => ({
      lines,
      pieces: countPieces(lines),
      isOpen,
      add: (product, quantity) => {
        change({ kind: "add", product, quantity });
        setOpen(true);
      },
      setQuantity: (productId, quantity) => change({ kind: "set_quantity", productId, quantity }),
      empty: () => change({ kind: "replace", lines: [] }),
      open: () => setOpen(true),
      close: () => setOpen(false),
    }),
    [lines, isOpen],
  );
  return <CartContext value={cart}>{children}</CartContext>;
}

/** The cart of this customer. */
export function useCart(): Cart {
  const cart = use(CartContext);
  if (cart === null) throw new Error("useCart needs a CartProvider around it.");
  return cart;
}
