namespace Scoring.Display.Tests.Screens;

/// <summary>Waits for a condition, and says which one if it never comes true.</summary>
public static class Until
{
    public static async Task True(Func<bool> condition, string what)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!condition())
        {
            Assert.False(limit.IsCancellationRequested, $"never: {what}");
            await Task.Delay(10);
        }
    }
}
