import "@/app/styles/tokens.css";
import "@/app/styles/look.css";

export const metadata = { title: "Page not found / Page introuvable - Canada.ca" };

/** An address outside both languages: said in both, without script. */
export default function GlobalNotFound() {
  return (
    <html lang="en-CA">
      <body>
        <header>
          <div className="container masthead">
            <p className="signature">
              <span>Government of Canada</span>
              <span lang="fr">Gouvernement du Canada</span>
            </p>
          </div>
        </header>
        <main className="container">
          <h1>
            Page not found <span aria-hidden="true">/</span> <span lang="fr">Page introuvable</span>
          </h1>
          <p>
            There is no page at this address. Go to the <a href="/en">Kimberley Process Portal</a>.
          </p>
          <p lang="fr">
            Il n’y a pas de page à cette adresse. Allez au{" "}
            <a href="/fr">Portail du Processus de Kimberley</a>.
          </p>
        </main>
      </body>
    </html>
  );
}
