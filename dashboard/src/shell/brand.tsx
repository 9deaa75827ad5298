/** The mark of MonitorMe: the traces of a session and the playhead that crosses them. */
export function Brand() {
  return (
    <span className="brand">
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <rect className="brand-ground" width="32" height="32" rx="8" />
        <path className="brand-traces" d="M7 20v-8M12 23V9M25 20v-8" />
        <path className="brand-playhead" d="M18.5 5v22" />
        <circle className="brand-knob" cx="18.5" cy="16" r="3.6" />
      </svg>
      MonitorMe
    </span>
  );
}
