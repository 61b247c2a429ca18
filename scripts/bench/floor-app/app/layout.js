/** The least that a page of Next can be: what the portfolio page is compared with. */
export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
