import { NavLink, Outlet } from "react-router";

export function Layout() {
  return (
    <>
      <nav>
        <NavLink to="/" end>
          Stock
        </NavLink>
        <NavLink to="/order">Order</NavLink>
        <NavLink to="/help/delivery">Help</NavLink>
      </nav>
      <main>
        <Outlet />
      </main>
    </>
  );
}
