import { Link } from "wouter";
import { CATEGORIES } from "../../../contract/categories.ts";
import "./footer.css";
import { HeartIcon, ReturnIcon, TruckIcon } from "./icons.tsx";
import { Logo } from "./logo.tsx";

/** The bottom of every page. */
export function Footer() {
  return (
    <footer className="footer">
      <ul className="promises" aria-label="What you can count on">
        <li>
          <TruckIcon />
          <strong>Packed the same day</strong>
          <span>In paper, by people with fur on their sleeves.</span>
        </li>
        <li>
          <ReturnIcon />
          <strong>Sixty days to change a mind</strong>
          <span>Yours, or that of whoever it was for.</span>
        </li>
        <li>
          <HeartIcon />
          <strong>Tested at home</strong>
          <span>By two dogs, one cat, and a tortoise in no hurry.</span>
        </li>
      </ul>
      <div className="footer-columns">
        <div className="footer-brand">
          <Logo />
          <p>Toys, beds, and suppers for good animals. All of them are good animals.</p>
        </div>
        <nav aria-label="Shelves">
          <h2>Shelves</h2>
          <ul>
            {CATEGORIES.map(({ id, name }) => (
              <li key={id}>
                <Link href={`/?category=${id}`}>{name}</Link>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          <h2>Visit us</h2>
          <address>
            14 Heather Lane
            <br />
            Tuesday to Saturday, 10 to 6
            <br />
            Leashes welcome, cats by arrangement
          </address>
        </div>
      </div>
      <p className="footer-small">
        Thistle &amp; Tail is the demonstration shop of MonitorMe. Nothing is sent and nothing is
        charged.
      </p>
    </footer>
  );
}
