let path = $state(location.pathname);

addEventListener("popstate", () => {
  path = location.pathname;
});

/** The address that is shown, as a router without a library keeps it. */
export const router = {
  get path() {
    return path;
  },
  /** For clicks on links. */
  follow(event: MouseEvent) {
    event.preventDefault();
    const { href, pathname } = event.currentTarget as HTMLAnchorElement;
    history.pushState(null, "", href);
    path = pathname;
  },
};
