/** No such address. Without this, "api" would be taken for a language. */
function unknown(): Response {
  return new Response("Not found / Introuvable", {
    status: 404,
    headers: { "cache-control": "no-store", "x-content-type-options": "nosniff" },
  });
}

export { unknown as GET, unknown as POST, unknown as PUT, unknown as PATCH, unknown as DELETE };
