import { Link } from "wouter";
import { HillFriends } from "../pictures/scenes/hill-friends.tsx";

/** The first thing a visitor sees. */
export function Hero() {
  return (
    <section className="hero">
      <div className="hero-inner">
        <div className="hero-text">
          <h1>Good things for good animals</h1>
          <p>
            Toys that survive, beds that forgive, and suppers we would nearly eat ourselves. Chosen
            by two dogs, one cat, and a tortoise in no hurry.
          </p>
          <div className="hero-actions">
            <Link className="button" href="/?category=dogs">
              For dogs
            </Link>
            <Link className="button button-quiet" href="/?category=cats">
              For cats
            </Link>
          </div>
        </div>
        <HillFriends />
      </div>
    </section>
  );
}
