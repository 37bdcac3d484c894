using System.Reflection;
using System.Text.Json.Serialization;
using Scoring.Core.Definition;

namespace Scoring.Core.Tests.Files;

/// <summary>What reading a good file says once one value in it was changed.</summary>
internal static class Expect
{
    /// <summary>Every kind of aspect, as a message names them.</summary>
    public static string Kinds { get; } =
        string.Join('、', typeof(Aspect).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(k => k.TypeDiscriminator));

    /// <summary>Exactly this one error at the value itself, without <c>$.path：现为</c>; null: no error.</summary>
    public static void ErrorAtValue(string template, string path, string? json, string? error) =>
        Errors(template, path, json, error is null ? [] : [$"$.{path}：现为 {error}"]);

    /// <summary>Exactly these errors, whole lines.</summary>
    public static void Errors(string template, string path, string? json, params string[] errors) =>
        Assert.Equal(errors, new BadFile($"templates/{template}.json").Set(path, json).Errors());

    /// <summary>No error and exactly these warnings, whole lines.</summary>
    public static void Warnings(string template, string path, string? json, params string[] warnings)
    {
        var reading = new BadFile($"templates/{template}.json").Set(path, json).Read();
        Assert.Equal(warnings, reading.Problems.Select(p => p.ToString()));
        Assert.All(reading.Problems, p => Assert.True(p.Warning, p.ToString()));
    }
}
