namespace Scoring.Testing;

/// <summary>Waits on conditions, never for a length of time.</summary>
public static class Wait
{
    public static async Task Until(Func<Task<bool>> condition, TimeSpan? limit = null)
    {
        using var over = new CancellationTokenSource(limit ?? TimeSpan.FromMinutes(2));
        while (!await condition())
        {
            await Task.Delay(50, over.Token);
        }
    }

    public static Task Until(Func<bool> condition, TimeSpan? limit = null) => Until(() => Task.FromResult(condition()), limit);
}
