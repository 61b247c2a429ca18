"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Portfolio, PortfolioFilters } from "../../contracts/portfolio";
import { send } from "../request";

/** Services that one further page brings. */
const NEXT = 200;

/** A page of services in the order asked for. */
export type RowsPage = Pick<Portfolio, "items" | "nextCursor">;

/**
 * The services of the portfolio: the page that the server drew first, further ones by key as they are asked for. When
 * the server draws a newer first page, that one takes its place at once, and the further ones follow.
 */
export function usePortfolioRows(first: RowsPage, filters: PortfolioFilters) {
  const client = useQueryClient();
  const queryKey = ["portfolio-rows", filters];
  const query = useInfiniteQuery({
    queryKey,
    queryFn: async ({ pageParam, signal }): Promise<RowsPage> => {
      const more = pageParam === "" ? {} : { cursor: pageParam, limit: NEXT };
      const { items, nextCursor } = await send("GET /api/v1/portfolio", {
        query: { ...filters, ...more },
        signal,
      });
      return { items, nextCursor };
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor,
    initialData: { pages: [first], pageParams: [""] },
    staleTime: Number.POSITIVE_INFINITY,
  });
  const drawn = useRef(first);
  useEffect(() => {
    if (drawn.current === first) return;
    drawn.current = first;
    type Pages = { pages: RowsPage[]; pageParams: string[] };
    const kept = client.setQueryData<Pages>(queryKey, (old) => ({
      pages: [first, ...(old?.pages.slice(1) ?? [])],
      pageParams: old?.pageParams ?? [""],
    }));
    if ((kept?.pages.length ?? 0) > 1) void client.invalidateQueries({ queryKey });
  });
  return {
    rows: query.data.pages.flatMap((page) => page.items),
    hasMore: query.hasNextPage,
    loading: query.isFetchingNextPage,
    failed: query.isFetchNextPageError,
    more: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
    },
  };
}
