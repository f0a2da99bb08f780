interface Props {
  title: string;
  text: string;
  kind?: "success" | "warning";
}

/** What the last press did. */
export function SavedNotice({ title, text, kind = "success" }: Props) {
  return (
    <div className={`notice notice--${kind}`} role="status">
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  );
}
