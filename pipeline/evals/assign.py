"""The optimal one-to-one assignment of claims to facts (Hungarian method), by connected groups."""

from collections.abc import Mapping, Sequence

Pair = tuple[int, int]


def assign(scores: Mapping[Pair, float]) -> dict[int, int]:
    """Row to column, so that the sum of scores is largest; only listed pairs may be joined; ties go to early rows.

    Scores are positive. A row or a column without a partner is left out.
    """
    chosen: dict[int, int] = {}
    for rows, columns in _groups(scores):
        table = [[scores.get((r, c), 0.0) - 1e-9 * i for c in columns] for i, r in enumerate(rows)]
        for i, j in _hungarian(table):
            if (rows[i], columns[j]) in scores:
                chosen[rows[i]] = columns[j]
    return chosen


def _groups(scores: Mapping[Pair, float]) -> list[tuple[list[int], list[int]]]:
    """Connected groups: pairs in different groups cannot disturb each other, and most groups are one by one."""
    by_row: dict[int, list[int]] = {}
    by_column: dict[int, list[int]] = {}
    for row, column in sorted(scores):
        by_row.setdefault(row, []).append(column)
        by_column.setdefault(column, []).append(row)
    groups: list[tuple[list[int], list[int]]] = []
    seen: set[int] = set()
    for first in by_row:
        if first in seen:
            continue
        rows, columns, todo = {first}, set[int](), [first]
        while todo:
            for column in by_row[todo.pop()]:
                columns.add(column)
                todo += [row for row in by_column[column] if row not in rows]
                rows |= set(by_column[column])
        seen |= rows
        groups.append((sorted(rows), sorted(columns)))
    return groups


def _hungarian(table: Sequence[Sequence[float]]) -> list[Pair]:
    """Pairs (row, column) of a largest assignment; O(n^2 m), with potentials."""
    turned = len(table) > len(table[0])
    grid = [list(column) for column in zip(*table, strict=True)] if turned else [list(row) for row in table]
    n, m = len(grid), len(grid[0])
    u, v, match = [0.0] * (n + 1), [0.0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        match[0] = i
        column = 0
        least, way, used = [float("inf")] * (m + 1), [0] * (m + 1), [False] * (m + 1)
        while match[column]:
            used[column] = True
            row, delta, best = match[column], float("inf"), 0
            for j in range(1, m + 1):
                if used[j]:
                    continue
                reduced = -grid[row - 1][j - 1] - u[row] - v[j]
                if reduced < least[j]:
                    least[j], way[j] = reduced, column
                if least[j] < delta:
                    delta, best = least[j], j
            for j in range(m + 1):
                if used[j]:
                    u[match[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            column = best
        while column:
            match[column] = match[way[column]]
            column = way[column]
    pairs = [(match[j] - 1, j - 1) for j in range(1, m + 1) if match[j]]
    return [(j, i) for i, j in pairs] if turned else pairs
