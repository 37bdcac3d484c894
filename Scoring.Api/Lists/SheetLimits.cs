namespace Scoring.Api.Lists;

/// <summary>What a list may hold (R-I1g). Counted is what holds something: empty rows with borders count for nothing.</summary>
public sealed class SheetLimits(Action<ReadSoFar>? told, CancellationToken stop)
{
    public const int MostRows = 200_000;
    public const int MostCells = 5_000_000;

    /// <summary>Excel's own limit of one cell.</summary>
    public const int LongestText = 32_767;

    private int rows;
    private int cells;

    /// <exception cref="UnreadableFileException">One too many.</exception>
    /// <exception cref="OperationCanceledException">Whoever waited does no more.</exception>
    public void Row(int filled, Func<double> share)
    {
        stop.ThrowIfCancellationRequested();
        cells += filled;
        if (++rows > MostRows || cells > MostCells)
        {
            throw new UnreadableFileException($"有内容的行超过 {MostRows} 行或 {MostCells} 格，请分成几个文件上传。");
        }

        if (rows % 2000 == 0)
        {
            told?.Invoke(new ReadSoFar(rows, share()));
        }
    }

    /// <summary>Between rows that hold nothing, of which there may be a million.</summary>
    public void Pause() => stop.ThrowIfCancellationRequested();
}
