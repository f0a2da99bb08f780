type Reader = ReadableStreamDefaultReader<Uint8Array>;

/** Milliseconds without a byte after which whoever sends is taken to be gone. */
const patience = 30_000;

/** The bytes of a body as they come. @throws where none come for long, or the sender goes away */
export async function* bytesOf(reader: Reader, waiting = patience): AsyncGenerator<Uint8Array> {
  for (;;) {
    const { done, value } = await nextOf(reader, waiting);
    if (done) return;
    yield value;
  }
}

/**
 * What is left of a body whose length is known is read and forgotten: a browser that is still sending
 * does not listen. From who sends no more the connection is taken.
 */
export async function readToTheEnd(reader: Reader, waiting = patience): Promise<void> {
  try {
    while (!(await nextOf(reader, waiting)).done);
  } catch (error) {
    await reader.cancel(error).catch(() => undefined);
  }
}

async function nextOf(reader: Reader, waiting: number) {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("No byte came for long.")), waiting);
  });
  try {
    return await Promise.race([reader.read(), silence]);
  } finally {
    clearTimeout(timer);
  }
}
