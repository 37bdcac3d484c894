using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Scoring.Api.Tests.Console;

/// <summary>Collects what a server logs as errors, or from a lower level on, so that a test can say why an answer was 500, or that there was none.</summary>
internal sealed class FailureLog(LogLevel from = LogLevel.Error) : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= from;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            lines.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Dispose()
    {
    }
}
