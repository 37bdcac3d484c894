namespace Scoring.Api.Console;

/// <summary>A handler whose answer is a page shown only once (a password, a code): the same form sent again makes no second one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnlyOnceAttribute : Attribute;
