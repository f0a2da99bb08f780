/** Ends the session. A form, because opening an address must never sign anybody out. */
export function SignOut({ action, label }: { action: () => Promise<void>; label: string }) {
  return (
    <form action={action} className="sign-out">
      <button className="button button--link" type="submit">
        {label}
      </button>
    </form>
  );
}
