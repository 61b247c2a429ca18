const PIECE = Buffer.alloc(64 * 1024, "x");

/** As many bytes as asked for, streamed, made by nobody: what an export is compared with. */
export function GET(request) {
  let left = Number(request.nextUrl.searchParams.get("n"));
  return new Response(
    new ReadableStream({
      pull(controller) {
        if (left <= 0) return controller.close();
        controller.enqueue(left >= PIECE.length ? PIECE : PIECE.subarray(0, left));
        left -= PIECE.length;
      },
    }),
  );
}
