/** Ends the session. A form, because opening an address must never sign anybody out. */
export function SignOut({ locale, label }: { locale: string; label: string }) {
  return (
    <form method="post" action="/api/auth/sign-out" className="sign-out">
      <input type="hidden" name="locale" value={locale} />
      <button className="button button--link" type="submit">
        {label}
      </button>
    </form>
  );
}
